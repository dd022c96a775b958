// Without a folder of this name, Maven would take the one of Seeded's own build, and with it that build's root, for the consumer's.
new File(basedir, '.mvn').mkdirs()
// A script that returns false has failed, and mkdirs does so where the folder is there already.
true
