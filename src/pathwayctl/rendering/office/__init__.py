"""Documents that people go on to edit: Word and PowerPoint files, from the same blocks as all pages."""
