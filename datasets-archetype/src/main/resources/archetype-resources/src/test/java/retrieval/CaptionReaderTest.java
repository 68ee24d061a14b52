package ${package}.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import ${package}.retrieval.CaptionedImages.Caption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionReaderTest {
    @TempDir
    Path folder;

    @Test
    void joinsCocoCaptionsToImagesByTheirIds() throws IOException {
        write(
                "coco/annotations/captions_val2017.json",
                """
                {"images": [{"id": 900, "file_name": "b.jpg"}, {"id": 7, "file_name": "a.jpg"}],
                 "annotations": [{"image_id": 7, "caption": "A dog."}, {"image_id": 900, "caption": "A cat."}]}
                """);

        CaptionedImages read = CaptionReader.of("coco").read(folder.resolve("coco"));

        assertThat(read.images())
                .containsExactly(
                        folder.resolve("coco/images/val2017/b.jpg"), folder.resolve("coco/images/val2017/a.jpg"));
        assertThat(read.captions()).containsExactly(new Caption("A dog.", 1), new Caption("A cat.", 0));
    }

    @Test
    void refusesACaptionOfAnUnlistedImage() throws IOException {
        write(
                "coco/annotations/captions_val2017.json",
                "{\"images\": [], \"annotations\": [{\"image_id\": 7, \"caption\": \"A dog.\"}]}");

        assertThatIOException()
                .isThrownBy(() -> CaptionReader.of("coco").read(folder.resolve("coco")))
                .withMessageContaining("image 7");
    }

    @Test
    void readsFlickrsValidationPart() throws IOException {
        write(
                "flickr30k-images/flickr30k_val.json",
                "[{\"image\": \"flickr30k-images/1018148011.jpg\", \"caption\": [\"One.\", \"Two.\"]}]");

        CaptionedImages read = CaptionReader.of("flickr30k").read(folder.resolve("flickr30k-images"));

        assertThat(read.images()).containsExactly(folder.resolve("flickr30k-images/1018148011.jpg"));
        assertThat(read.captions()).containsExactly(new Caption("One.", 0), new Caption("Two.", 0));
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
