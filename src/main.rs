//! Parses the arguments and runs the window or a command; the only place the program ends.

fn main() {}
