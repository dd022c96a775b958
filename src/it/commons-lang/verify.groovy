import javax.xml.parsers.DocumentBuilderFactory

def failing = { String run ->
    def documents = DocumentBuilderFactory.newInstance().newDocumentBuilder()
    def tests = 0
    def failing = [] as TreeSet
    new File(basedir, "target/$run").eachFileMatch(~/TEST-.*\.xml/) { report ->
        def cases = documents.parse(report).getElementsByTagName('testcase')
        tests += cases.length
        for (int at = 0; at < cases.length; at++) {
            def test = cases.item(at)
            if (test.getElementsByTagName('failure').length + test.getElementsByTagName('error').length > 0) {
                failing << "${test.getAttribute('classname')}.${test.getAttribute('name')}".toString()
            }
        }
    }
    assert tests > 10_000
    failing
}

assert failing('seeded') - failing('plain') == [] as Set

assert new File(basedir, 'build.log').text.count('Seeded: run seed ') == 1
