"""What people mean by a value that cannot be read as it is written. Imported only where there is a mistake."""
