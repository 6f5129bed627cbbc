"""The words for what has changed in a project, and the page that shows it."""
