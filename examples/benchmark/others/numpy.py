# Reads administrations from a table with numpy, and prints how many there are and how
# many points they have.
import sys

import numpy

scores = numpy.genfromtxt(sys.argv[1], delimiter=",", skip_header=1, usecols=range(6, 33), filling_values=0, dtype=int)
print(len(scores), scores.sum())
