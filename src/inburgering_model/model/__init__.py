"""What things are: the entities, one concept a module. They know no file format."""
