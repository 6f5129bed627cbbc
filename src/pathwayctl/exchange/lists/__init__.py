"""Lists of partners' own, such as a spreadsheet of people: columns understood, rows as entries."""
