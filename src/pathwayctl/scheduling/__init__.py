"""From a plan to its dates: the calendar, the work breakdown, the network, and the passes over it."""
