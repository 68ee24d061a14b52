package io.evaldata.datasets.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressTest {
    @ParameterizedTest
    @CsvSource({
        "http://host/a.zip?token=abc, http://host/a.zip?token=***",
        "https://host/a.zip?v=2&X-Amz-Signature=0f&X-Amz-Credential=a/b&x=1, https://host/a.zip?v=2&X-Amz-Signature=***&X-Amz-Credential=***&x=1",
        "https://host/a.zip?Key-Pair-Id=K&Policy=p%3D, https://host/a.zip?Key-Pair-Id=***&Policy=***",
        "https://host/a.zip?sv=1;SIG=a%2Fb=, https://host/a.zip?sv=1;SIG=***"
    })
    void valuesThatOpenDoorsAreLeftOut(String address, String shown) {
        assertThat(PublicAddress.of(URI.create(address))).isEqualTo(shown);
        assertThat(URI.create(shown)).hasHost("host");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.cityscapes-dataset.com/file-handling/?packageID=3",
        "https://www.dropbox.com/s/a/b.tar?dl=1",
        "https://host/token=1/signature.zip"
    })
    void everythingElseStays(String address) {
        assertThat(PublicAddress.of(URI.create(address))).isEqualTo(address);
    }
}
