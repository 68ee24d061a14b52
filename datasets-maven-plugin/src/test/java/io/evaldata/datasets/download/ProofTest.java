package io.evaldata.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofTest {
    @TempDir
    Path folder;

    @Test
    void isNoneWhereAPowerCutLeftWhatIsNoText() throws Exception {
        Path proof = Files.write(folder.resolve("f.proof"), new byte[] {'s', (byte) 0xff, (byte) 0xfe, 0});
        assertThat(Proof.read(proof)).isEmpty();
    }

    @Test
    void mayBeReadByWhoeverMayReadOtherFilesOfTheCache() throws Exception {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Path file = Files.writeString(folder.resolve("f.zip"), "f");
        Path proof = folder.resolve("f.proof");
        Proof.ofRead(Proof.stamp(file), new Digests(Map.of()), Optional.empty()).write(proof);
        assertThat(Files.getPosixFilePermissions(proof)).isEqualTo(Files.getPosixFilePermissions(file));
    }
}
