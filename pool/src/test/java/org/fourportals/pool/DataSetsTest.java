package org.fourportals.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of data sets is read whole or refused with line and reason; values keep their types through bytes. */
class DataSetsTest {

    private static final String HEADER = "id\tdepartment\tzh\ten\tsubject\tkey_fields\trecords_order\tsensitivity\n";

    @TempDir
    Path folder;

    @Test
    void readsEveryDataSetOfTheCity() {
        assertThat(Samples.DATA_SETS.all()).hasSize(238);
        var register = Samples.DATA_SETS.get("household-register");
        assertThat(register.department()).isEqualTo("public-security");
        assertThat(register.subject()).isEqualTo(SubjectKind.PERSON);
        assertThat(register.sensitivity()).isEqualTo(Sensitivity.PERSONAL);
        assertThat(register.mainKey().name()).isEqualTo("residentId");
        assertThat(register.identifiedBy()).contains(IdentifierType.RESIDENT_ID);
        assertThat(register.field("hukouPlace").orElseThrow().codes()).containsExactly("hangzhou", "zhejiang", "other-province");
        assertThat(Samples.DATA_SETS.get("gas-bills").identifiedBy()).contains(IdentifierType.GAS_ACCOUNT);
        assertThat(Samples.DATA_SETS.find("no-such-set")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a\td\tz\te\tperson\tresidentId:id\t5|7 columns",
        "A b\td\tz\te\tperson\tresidentId:id\t5\tpublic|no id of a data set",
        "a\td\tz\te\tgod\tresidentId:id\t5\tpublic|no kind of subject",
        "a\td\tz\te\tperson\tresidentId\t5\tpublic|write name:type",
        "a\td\tz\te\tperson\tresidentId:number\t5\tpublic|no type of field",
        "a\td\tz\te\tperson\tname:text\t5\tpublic|main key",
        "a\td\tz\te\tperson\tresidentId:id,residentId:id\t5\tpublic|second field",
        "a\td\tz\te\tperson\tresidentId:id\tmany\tpublic|whole number",
        "a\td\tz\te\tperson\tresidentId:id\t5\tsecret|no sensitivity"})
    void refusesALineItCannotUnderstandWithItsNumber(String line, String reason) throws Exception {
        var file = Files.writeString(folder.resolve("datasets.tsv"),
                HEADER + "good\td\tz\te\tperson\tresidentId:id\t5\tpublic\n" + line.replace("\\t", "\t") + "\n");
        assertThatThrownBy(() -> DataSets.read(file)).hasMessageContaining("line 3").hasMessageContaining(reason);
    }

    @Test
    void refusesCodesOfAFieldThatDoesNotExist() throws Exception {
        var file = Files.writeString(folder.resolve("datasets.tsv"), HEADER + "good\td\tz\te\tperson\tresidentId:id,kind:code\t5\tpublic\n");
        Files.writeString(folder.resolve("codes.yaml"), "# codes\ngood.kind: [a, \"1\"]\n");
        assertThat(DataSets.read(file).get("good").field("kind").orElseThrow().codes()).containsExactly("a", "1");
        Files.writeString(folder.resolve("codes.yaml"), "good.kin: [a]\n");
        assertThatThrownBy(() -> DataSets.read(file)).hasMessageContaining("good.kin is no code field");
        Files.writeString(folder.resolve("codes.yaml"), "good.kind: a, b\n");
        assertThatThrownBy(() -> DataSets.read(file)).hasMessageContaining("codes.yaml, line 1");
        Files.writeString(folder.resolve("codes.yaml"), "good.kind: [{id: a, zh: 甲, en: A}]\n");
        assertThatThrownBy(() -> DataSets.read(file)).hasMessageContaining("codes.yaml, line 1");
    }

    @Test
    void readsCodesWithTheWordsPeopleRead() throws Exception {
        var file = Files.writeString(folder.resolve("datasets.tsv"), HEADER + "good\td\tz\te\tperson\tresidentId:id,kind:code\t5\tpublic\n");
        Files.writeString(folder.resolve("codes.yaml"), "good.kind:\n  - {id: a, zh: 甲, en: 'A, or B'}\n  - {id: \"1\", zh: 一, en: One}\n");
        assertThat(DataSets.read(file).get("good").field("kind").orElseThrow().codes()).containsExactly("a", "1");
        Files.writeString(folder.resolve("codes.yaml"), "  - {id: a, zh: 甲, en: A}\n");
        assertThatThrownBy(() -> DataSets.read(file)).hasMessageContaining("codes.yaml, line 1");
        Files.writeString(folder.resolve("codes.yaml"), "good.kind:\n  - {id: a, zh: 甲}\n");
        assertThatThrownBy(() -> DataSets.read(file)).hasMessageContaining("codes.yaml, line 2");
    }

    @ParameterizedTest
    @CsvSource({"DATE,2026-02-30", "DATE,0000-00-00", "DATE,+99999-01-01", "DATE,01/02/2026", "DATETIME,2026-01-01", "INTEGER,1.5",
        "INTEGER,99999999999999999999", "DECIMAL,1e9", "DECIMAL,NaN", "MONEY,1.234", "MONEY,-", "BOOLEAN,yes", "TEXT,' '", "CODE,''", "IMAGE,x"})
    void refusesWhatIsNotOfTheFieldsType(FieldType type, String written) {
        var field = new Field("f", type, java.util.List.of());
        assertThatThrownBy(() -> field.parse(written)).isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("null");
    }

    @Test
    void amountsAreEqualByValueAndWrittenPlainly() {
        var field = new Field("f", FieldType.MONEY, java.util.List.of());
        assertThat(field.parse("52000.00")).isEqualTo(field.parse("52000")).isNotEqualTo(field.parse("52000.01"));
        assertThat(field.parse("52000.00").written()).isEqualTo("52000");
        assertThat(field.parse("52000").toString()).doesNotContain("E+");
        assertThat(field.parse("0.10").written()).isEqualTo("0.1");
        assertThat(field.parse("-0.00").written()).isEqualTo("0");
    }

    @Test
    void refusesTextThatIsTooLongOrHoldsHalfACharacter() {
        var field = new Field("f", FieldType.TEXT, java.util.List.of());
        assertThat(field.parse("<b>'; DROP -- 𠮷😀\n".strip()).written()).contains("𠮷😀");
        assertThatThrownBy(() -> field.parse("x".repeat(5_000_000))).hasMessageContaining("longer than");
        assertThatThrownBy(() -> field.parse("\uD83D")).hasMessageContaining("half a character");
        assertThatThrownBy(() -> field.parse("a\u0000b")).hasMessageContaining("control");
    }

    @Test
    void everyFieldOfEveryDataSetSurvivesBeingStored() {
        var seed = 7L;
        var random = new Random(seed);
        for (var dataSet : Samples.DATA_SETS.all()) {
            for (var round = 0; round < 20; round++) {
                var fields = new HashMap<String, Value>();
                dataSet.fields().stream().filter(field -> random.nextInt(4) > 0)
                        .forEach(field -> fields.put(field.name(), RandomValues.of(field, random)));
                var layout = Layout.parse(3, Layout.of(3, dataSet).written());
                var bytes = ByteBuffer.wrap(FieldCodec.encode(layout, fields));
                assertThat(FieldCodec.decode(layout, bytes)).as("%s, seed %d", dataSet.id(), seed).isEqualTo(fields);
                assertThat(bytes.hasRemaining()).isFalse();
                fields.forEach((name, value) ->
                        assertThat(FieldRules.misfit(dataSet.field(name).orElseThrow(), value)).as(dataSet.id() + "." + name).isEmpty());
            }
        }
    }
}
