package org.fourportals.pool.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The drawn photographs are pictures that any reader opens, small, and different people look different. */
class PortraitTest {

    @Test
    void everyLikenessIsASmallReadablePicture() throws Exception {
        var looks = new HashSet<Integer>();
        for (var likeness = 0; likeness < 72; likeness++) {
            for (var age : new int[] {20, 70}) {
                var png = Portrait.of(likeness, likeness % 2 == 0, age);
                var picture = ImageIO.read(new ByteArrayInputStream(png));
                assertThat(picture.getWidth()).isEqualTo(48);
                assertThat(picture.getHeight()).isEqualTo(60);
                assertThat(png.length).isLessThan(600);
                looks.add(java.util.Arrays.hashCode(picture.getRGB(0, 0, 48, 60, null, 0, 48)));
            }
        }
        assertThat(looks).hasSizeGreaterThan(100);
        assertThat(Portrait.of(Integer.MIN_VALUE, true, 30)).isEqualTo(Portrait.of(Integer.MIN_VALUE, true, 30));
    }
}
