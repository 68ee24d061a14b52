package io.evaldata.datasets.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PaxRecordsTest {
    @Test
    void keepsOnlyWhatIsRead() {
        String records = "10 path=a\n13 comment=b\n22 GNU.sparse.major=1\n24 GNU.sparse.name=long\n";
        assertThat(PaxRecords.parse(records.getBytes(StandardCharsets.UTF_8)))
                .containsOnlyKeys("path", PaxRecords.SPARSE)
                .containsEntry("path", "a");
    }
}
