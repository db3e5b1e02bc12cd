console.log('reformlab')
