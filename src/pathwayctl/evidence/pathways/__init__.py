"""Facts about pathways for students and the grades 9-14 work plan."""
