"""What is done with a trace: written as a program, evaluated, given its inputs and parameters."""
