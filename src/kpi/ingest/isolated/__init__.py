"""Reading in a process of its own, with a limit of time and of memory.

The app never opens a workbook or the like itself: `read.grids` hands the bytes to a worker, a process that has the
readers loaded. The worker forks a child for each file, so that nothing of one file is left for the next, and a file
that makes a reader crash, hang or fill the memory takes the child and nothing else.
"""
