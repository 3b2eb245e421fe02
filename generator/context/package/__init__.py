"""The modules and the data of the import package that are made from the whole catalog."""
