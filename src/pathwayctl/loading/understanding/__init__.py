"""What people mean by a value that cannot be read as it is. Imported only where there is a mistake."""
