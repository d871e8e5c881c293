"""One file a blog: a class over `BlogSpider` named as the file, data only, and nothing to register."""
