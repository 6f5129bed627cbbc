"""What the files show of the framework of each industry and the requirements drawn from it."""
