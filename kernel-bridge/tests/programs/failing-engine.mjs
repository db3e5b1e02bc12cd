console.error('There is no room in memory.')
process.exit(3)
