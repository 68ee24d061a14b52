def project = new File(basedir, 'project/1.odd_name-x')
def text = { String name -> new File(project, name).getText('UTF-8') }

// Nothing of the other tasks, not even an empty folder.
project.traverse { file ->
    assert !(file.path =~ /classification|segmentation|seg_configs|src.main.resources/): file
    assert !file.directory || file.list().length > 0: file
}
assert !text('pom.xml').contains('segConfigs')
assert !text('pom.xml').contains('mfl-core')
assert !text('README.md').contains('seg_configs')
assert text('README.md').contains('recall at 1, 5 and 10')

def pom = new groovy.xml.XmlSlurper().parseText(text('pom.xml'))
def plugin = pom.build.plugins.plugin.find { it.artifactId == 'datasets-maven-plugin' }
assert pom.artifactId == '1.odd_name-x'
assert plugin.configuration.datasets.dataset*.text() == ['coco']
assert pom.profiles.profile[1].properties.'datasets.root' == '/data/R&D sets'
assert new File(project, 'src/main/java/org/example/odd/retrieval/Recall.java').text.startsWith('package org.example.odd.retrieval;')
