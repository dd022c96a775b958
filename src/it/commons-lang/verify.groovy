import javax.xml.stream.XMLInputFactory
import javax.xml.stream.XMLStreamConstants

// Read as a stream: a tree of 10,000 tests takes a minute to walk.
def failing = { String run ->
    def tests = 0
    def failing = [] as TreeSet
    new File(basedir, "target/$run").eachFileMatch(~/TEST-.*\.xml/) { report ->
        report.withInputStream { stream ->
            def reader = XMLInputFactory.newInstance().createXMLStreamReader(stream)
            def test = ''
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    if (reader.localName == 'testcase') {
                        tests++
                        test = reader.getAttributeValue(null, 'classname') + '.' + reader.getAttributeValue(null, 'name')
                    } else if (reader.localName in ['failure', 'error']) {
                        failing << test
                    }
                }
            }
        }
    }
    assert tests > 10_000
    failing
}

assert failing('seeded') - failing('plain') == [] as Set

assert new File(basedir, 'build.log').text.count('Seeded: run seed ') == 1
