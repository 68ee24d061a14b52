package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Receipt receipt = new Receipt(
            Receipt.FORMAT,
            "petals",
            Receipt.REAL,
            "eval",
            "/data/petals \"für\" alle",
            "d1",
            "way",
            "1",
            "",
            List.of(
                    new Receipt.Origin("a.zip", "https://a.example/a.zip", 5_000_000_000L, "ab", "", ""),
                    new Receipt.Origin("b.zip", "", 7, "", "cd", "\"etag\"")),
            "",
            3,
            6_000_000_000L,
            "t1");

    @Test
    void isReadAsItWasWritten() throws Exception {
        assertThat(JSON.readValue(StateFolder.json(receipt), Receipt.class)).isEqualTo(receipt);
    }

    @Test
    void hasTheFieldsThatBindingWouldWriteInTheSameOrder() throws Exception {
        JsonNode written = JSON.readTree(StateFolder.json(receipt));

        assertThat(written).isEqualTo(JSON.readTree(JSON.writeValueAsBytes(receipt)));
        assertThat(names(written)).isEqualTo(names(JSON.readTree(JSON.writeValueAsBytes(receipt))));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
