console.log("reformlab")
