"""What the files show of the risk register: who owns each risk, how it is rated, and what it delays."""
