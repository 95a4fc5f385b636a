package org.fourportals.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.fourportals.meaning.Meanings.Near;
import org.fourportals.meaning.Meanings.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models in the process: what is near to what, how text is cut for them, and what a damaged file of vectors does. */
class MeaningTest {

    private static final List<Passage> PASSAGES = List.of(
            new Passage(0, TextModel.Kind.CHINESE, "互联网上网服务营业场所经营许可"), new Passage(0, TextModel.Kind.ENGLISH, "Licence for an internet cafe"),
            new Passage(1, TextModel.Kind.CHINESE, "新生儿户口登记"), new Passage(1, TextModel.Kind.ENGLISH, "Register a newborn in the household register"),
            new Passage(2, TextModel.Kind.CHINESE, "遗嘱公证"), new Passage(2, TextModel.Kind.ENGLISH, "Notarise a will"));

    @TempDir
    private Path folder;

    @Test
    void findsWhatMeansTheSameInOtherWords() {
        Meanings meanings = new Meanings(3, PASSAGES, new Vectors(folder.resolve("vectors")));
        assertThat(nearest(meanings.near(TextModel.Kind.CHINESE, "想开一家网吧"))).isZero();
        assertThat(nearest(meanings.near(TextModel.Kind.CHINESE, "刚出生的宝宝怎么落户"))).isEqualTo(1);
        assertThat(nearest(meanings.near(TextModel.Kind.ENGLISH, "my last testament"))).isEqualTo(2);
        assertThat(nearest(meanings.near(TextModel.Kind.ENGLISH, "hukou for my baby"))).isEqualTo(1);
        assertThat(meanings.near(TextModel.Kind.CHINESE, "遗嘱公证")[2]).satisfies(same -> {
            assertThat(same.nearness()).isGreaterThan(0.99f);
            assertThat(same.text()).isEqualTo("遗嘱公证");
        });
    }

    private static int nearest(Near[] near) {
        int nearest = 0;
        for (int i = 1; i < near.length; i++) {
            nearest = near[i].nearness() > near[nearest].nearness() ? i : nearest;
        }
        return nearest;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000\u0007", "😀😀😀", "\u202eabc", "<script>", "'; drop table x; --", "กขค"})
    void takesAnyText(String text) {
        float[] vector = new TextModel(TextModel.Kind.CHINESE).vector(text.repeat(1_000));
        double square = 0;
        for (float x : vector) {
            square += x * x;
        }
        assertThat(square).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-3));
    }

    @Test
    void cutsWordsIntoPiecesTheModelKnows() {
        WordPieces pieces = new WordPieces("/all-minilm-l6-v2-q-tokenizer.json");
        assertThat(pieces.pieces("Hello, world", 100)).as("as the model's authors give them").containsExactly(101, 7592, 1010, 2088, 102);
        assertThat(pieces.pieces("embeddings", 100)).containsExactly(101, 7861, 8270, 4667, 2015, 102);
        assertThat(pieces.pieces("Crème brûlée", 100)).isEqualTo(pieces.pieces("creme brulee", 100));
        assertThat(pieces.pieces("word ".repeat(10_000), 128)).hasSize(128).endsWith(102);
        assertThat(pieces.pieces("x".repeat(101), 100)).containsExactly(101, 100, 102);
    }

    @Test
    void keepsVectorsAndLeavesADamagedFileAside() throws IOException {
        Path file = folder.resolve("deep/vectors");
        Passage own = new Passage(0, TextModel.Kind.CHINESE, "一句不在目录里的话");
        new Meanings(1, List.of(own), new Vectors(file));
        byte[] whole = Files.readAllBytes(file);
        assertThat(whole.length).isBetween(500, 2_000);
        Near kept = new Meanings(1, List.of(own), new Vectors(file)).near(TextModel.Kind.CHINESE, own.text())[0];
        assertThat(kept.nearness()).as("coarser, but the same").isGreaterThan(0.99f);
        for (byte[] damaged : List.of(new byte[0], "not vectors at all".getBytes(), java.util.Arrays.copyOf(whole, whole.length / 2))) {
            Files.write(file, damaged);
            Near again = new Meanings(1, List.of(own), new Vectors(file)).near(TextModel.Kind.CHINESE, own.text())[0];
            assertThat(again.nearness()).isGreaterThan(0.99f);
            assertThat(Files.readAllBytes(file)).as("written anew").hasSize(whole.length);
        }
    }
}
