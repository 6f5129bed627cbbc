"""What editors need in a project's folder, added to what is there already."""
