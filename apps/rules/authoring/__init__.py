"""For whoever writes, checks and signs rules: examples, comparison, mutation, the printout and the command line."""
