package io.evaldata.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
