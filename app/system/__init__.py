"""What the machine gives: a clock, small files, the folder of the data, where a fault came from."""
