package org.fourportals.circumstances.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.fourportals.circumstances.Circumstances;
import org.fourportals.circumstances.Compilation;
import org.fourportals.circumstances.CompiledAffair;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.Standing;
import org.fourportals.circumstances.condition.Answer;
import org.junit.jupiter.api.Test;

/** Tables that were drawn in other tools, and what is said of those that cannot be followed. */
class DmnImportTest {

    private static final java.time.LocalDate TODAY = java.time.LocalDate.of(2026, 3, 1);
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"Parking permit\" namespace=\"https://city.example/dmn\">\n";

    /** Inputs are only named by columns, as one modeller writes them. */
    private static String table(String name, String policy, List<String> columns, String... rows) {
        StringBuilder table = new StringBuilder("<decision id=\"").append(name).append("\" name=\"").append(name).append("\">\n<decisionTable hitPolicy=\"")
                .append(policy).append("\">\n");
        for (String column : columns) {
            String[] parts = column.split(":");
            table.append("<input><inputExpression typeRef=\"").append(parts[1]).append("\"><text>").append(parts[0]).append("</text></inputExpression>")
                    .append(parts.length > 2 ? "<inputValues><text>" + parts[2] + "</text></inputValues>" : "").append("</input>\n");
        }
        table.append("<output name=\"result\" typeRef=\"string\"/>\n");
        for (String row : rows) {
            String[] cells = row.split("\\|");
            table.append("<rule>");
            for (int i = 0; i < cells.length; i++) {
                String entry = i + 1 == cells.length ? "outputEntry" : "inputEntry";
                table.append("<").append(entry).append("><text>").append(cells[i].strip().replace("&", "&amp;").replace("<", "&lt;")).append("</text></").append(entry).append(">");
            }
            table.append("</rule>\n");
        }
        return table.append("</decisionTable>\n</decision>\n").toString();
    }

    private static Imported.Read read(String body) {
        return switch (DmnImport.read(HEAD + body + "</definitions>", "permit.dmn")) {
            case Imported.Read read -> read;
            case Imported.Refused(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }

    private static List<Problem> refused(String xml) {
        return switch (DmnImport.read(xml, "permit.dmn")) {
            case Imported.Read read -> throw new AssertionError(read);
            case Imported.Refused(List<Problem> problems) -> problems;
        };
    }

    private static Problem only(String body) {
        List<Problem> problems = refused(HEAD + body + "</definitions>");
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().place().file()).isEqualTo("permit.dmn");
        assertThat(problems.getFirst().remedy()).isNotBlank();
        return problems.getFirst();
    }

    private static CompiledAffair proved(Imported.Read read) {
        return switch (Circumstances.compile(read.rules())) {
            case Compilation.Proved(CompiledAffair affair) -> affair;
            case Compilation.Rejected(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }

    @Test
    void aTableDrawnElsewhereBecomesQuestionsAndRules() {
        Imported.Read read = read(table("Documents", "COLLECT", List.of("Vehicle Kind:string:\"car\",\"van\",\"bike\"", "resident:boolean", "age:number"),
                "-|-|-|\"identity\"", "\"car\",\"van\"|-|-|\"vehicle-licence\"", "not(\"bike\")|false|>= 60|\"discount-card\"",
                "-|false|[18..25)|\"proof-of-study\"", "\"van\"|true|-|\"insurance\"") + table("refusals", "COLLECT", List.of("age:number"), "< 18|\"too-young\""));
        assertThat(read.title()).isEqualTo("Parking permit");
        assertThat(read.rules().affair()).isEqualTo("Parking-permit");
        assertThat(read.rules().questions().stream().map(question -> question.id() + " " + question.kind() + " " + question.answers()))
                .containsExactly("vehicleKind CHOICE [car, van, bike]", "resident YES_NO []", "age NUMBER []");
        assertThat(read.words()).containsEntry("vehicleKind", "Vehicle Kind");
        assertThat(read.notes()).anyMatch(note -> note.contains("permit.dmn:") && note.contains("“age” has no range"))
                .anyMatch(note -> note.contains("no table of grounds"));
        CompiledAffair affair = proved(read);
        Facts facts = Facts.none().with("vehicleKind", Answer.of("van")).with("resident", Answer.NO).with("age", Answer.of(64));
        assertThat(affair.standing(facts, TODAY)).isInstanceOfSatisfying(Standing.Listed.class, listed ->
                assertThat(listed.requirements()).containsExactly("identity", "vehicle-licence", "discount-card"));
        assertThat(affair.standing(facts.with("age", Answer.of(17)), TODAY)).isInstanceOf(Standing.Refused.class);
        assertThat(affair.certain(Section.REQUIREMENT, facts.with("age", Answer.of(18)), TODAY)).contains("proof-of-study");
        assertThat(affair.certain(Section.REQUIREMENT, facts.with("age", Answer.of(25)), TODAY)).doesNotContain("proof-of-study");
    }

    @Test
    void aTableOnWhichAnotherDependsIsLookedThrough() {
        Imported.Read read = read(table("Zone", "UNIQUE", List.of("district:string:\"centre\",\"west\",\"hills\""),
                "\"centre\"|\"inner\"", "\"west\"|\"outer\"") + table("checklist", "UNIQUE", List.of("Zone:string", "urgent:boolean"),
                "\"inner\"|true|\"letter\"", "not(\"inner\", null)|-|\"photo\"", "\"inner\"|false|\"form\"", "null|-|\"map\""));
        CompiledAffair affair = proved(read);
        Facts urgent = Facts.none().with("urgent", Answer.YES);
        assertThat(affair.certain(Section.REQUIREMENT, urgent.with("district", Answer.of("centre")), TODAY)).containsExactly("letter");
        assertThat(affair.certain(Section.REQUIREMENT, urgent.with("district", Answer.of("west")), TODAY)).containsExactly("photo");
        assertThat(affair.certain(Section.REQUIREMENT, urgent.with("district", Answer.of("hills")), TODAY)).containsExactly("map");
    }

    @Test
    void declaredTypesAndExpressionsAreFollowedInAllThreeVersionsOfTheStandard() {
        String body = """
                <itemDefinition name="tHome"><typeRef>string</typeRef><allowedValues><text>"own", "rented"</text></allowedValues></itemDefinition>
                <inputData id="i1" name="Kind of home" label="What kind of home?"><variable name="Kind of home" typeRef="tHome"/></inputData>
                <inputData id="i2" name="rent"><variable name="rent" typeRef="number"/></inputData>
                <inputData id="i3" name="born"><variable name="born" typeRef="date"/></inputData>
                <decision id="d1" name="dear"><variable name="dear" typeRef="boolean"/><literalExpression><text>Kind of home = "rented" and rent * 12 &gt; 60000.50</text></literalExpression></decision>
                <decision id="d2" name="Requirements"><decisionTable hitPolicy="COLLECT">
                  <input><inputExpression typeRef="boolean"><text>dear</text></inputExpression></input>
                  <input><inputExpression typeRef="date"><text>born</text></inputExpression></input>
                  <output/>
                  <rule><inputEntry><text>true</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>"lease"</text></outputEntry></rule>
                  <rule><inputEntry><text>-</text></inputEntry><inputEntry><text>&gt;= date("2008-01-01")</text></inputEntry><outputEntry><text>"guardian"</text></outputEntry></rule>
                  <rule><inputEntry><text>-</text></inputEntry><inputEntry><text>not(@"2000-02-29")</text></inputEntry><outputEntry><text>"identity"</text></outputEntry></rule>
                  <rule><inputEntry><text>-</text></inputEntry><inputEntry><text></text></inputEntry><outputEntry><text>"form"</text></outputEntry></rule>
                </decisionTable></decision>
                """;
        for (String version : List.of("20191111", "20211108", "20230324")) {
            String xml = HEAD.replace("20191111", version) + body + "</definitions>";
            CompiledAffair affair = proved((Imported.Read) DmnImport.read(xml, "home.dmn"));
            assertThat(affair.rules().questions().stream().map(Question::id)).containsExactly("kindOfHome", "rent", "born");
            Facts facts = Facts.none().with("kindOfHome", Answer.of("rented")).with("rent", Answer.of(5001)).with("born", Answer.of(java.time.LocalDate.of(2008, 1, 1)));
            assertThat(affair.certain(Section.REQUIREMENT, facts, TODAY)).containsExactlyInAnyOrder("lease", "guardian", "identity", "form");
            facts = facts.with("rent", Answer.of(5000)).with("born", Answer.of(java.time.LocalDate.of(2000, 2, 29)));
            assertThat(affair.certain(Section.REQUIREMENT, facts, TODAY)).containsExactly("form");
        }
    }

    @Test
    void whatCannotBeFollowedIsRefusedWithItsLineAndARemedy() {
        List<String> flag = List.of("a:boolean");
        assertThat(only(table("t", "FIRST", flag, "true|\"x\"")).message()).contains("FIRST");
        assertThat(only(table("t", "COLLECT\" aggregation=\"SUM", flag, "true|1")).message()).contains("reckons");
        assertThat(only(table("t", "COLLECT", flag, "true|\"x\"").replace("<output ", "<output/><output ")).message()).contains("2 outputs");
        assertThat(only(table("t", "COLLECT", flag, "true|\"x\" + a")).message()).contains("reckoned");
        Problem cell = only(table("t", "COLLECT", flag, "true|\"x\"", "matches(?, \"x\")|\"y\""));
        assertThat(cell.message()).contains("function matches");
        assertThat(cell.place().line()).isEqualTo(8);
        assertThat(only(table("t", "COLLECT", flag, "true|false|\"x\"")).message()).contains("2 tests");
        assertThat(only(table("t", "COLLECT", List.of("a:string"), "\"x\"|\"y\"")).message()).contains("does not list its values");
        assertThat(only(table("t", "COLLECT", List.of("a:time"), "-|\"y\"")).message()).contains("type “time”");
        assertThat(only(table("t", "COLLECT", List.of("a:string:\"p\",\"q\""), "\"r\"|\"y\"")).kind()).isEqualTo(Problem.Kind.UNKNOWN_ANSWER);
        assertThat(only(table("t", "COLLECT", List.of("a:number"), "\"r\"|\"y\"")).message()).contains("cannot be compared");
        assertThat(only(table("t", "COLLECT", List.of("a + b:number"), "3|\"y\"")).kind()).isEqualTo(Problem.Kind.UNKNOWN_NAME);
        assertThat(only("<businessKnowledgeModel name=\"f\"/>" + table("t", "COLLECT", flag, "true|\"x\"")).message()).contains("businessKnowledgeModel");
        assertThat(only("<decision name=\"f\"><context/></decision>" + table("t", "COLLECT", flag, "true|\"x\"")).message()).contains("neither a table");
        assertThat(only("<decision name=\"f\"><literalExpression><text>1 + 1</text></literalExpression></decision>" + table("t", "COLLECT", flag, "true|\"x\""))
                .message()).contains("would be lost");
        assertThat(refused(HEAD + table("t", "COLLECT", List.of("u:string"), "\"x\"|\"y\"") + table("u", "UNIQUE", List.of("t:string"), "\"y\"|\"x\"")
                + "</definitions>")).allSatisfy(problem -> assertThat(problem.message()).contains("depends on itself"));
        assertThat(only("<decision name=\"f\"><literalExpression><text>not(f)</text></literalExpression></decision>" + table("t", "COLLECT", List.of("f:boolean"), "true|\"x\""))
                .message()).contains("depends on itself");
    }

    @Test
    void twoRowsOfAUniqueTableMayNotBothBeMet() {
        Problem overlap = only(table("t", "UNIQUE", List.of("a:number", "b:boolean"), "< 10|-|\"x\"", ">= 10|true|\"y\"", "[5..20]|true|\"z\""));
        assertThat(overlap.message()).contains("both");
        assertThat(overlap.place().line()).isEqualTo(10);
        assertThat(read(table("t", "UNIQUE", List.of("a:number", "b:boolean"), "< 10|-|\"x\"", ">= 10|true|\"y\"", "[10..20]|false|\"z\"")).rules().requirements()).hasSize(3);
    }

    @Test
    void whatIsGivenWhereNoRowIsMetIsFollowed() {
        String table = table("requirements", "UNIQUE", List.of("a:number", "b:boolean"), "< 10|-|\"x\"", "[10..20]|true|\"y\"")
                .replace("<output name=\"result\" typeRef=\"string\"/>", "<output name=\"result\"><defaultOutputEntry><text>\"else\"</text></defaultOutputEntry></output>");
        CompiledAffair affair = proved(read(table));
        Facts facts = Facts.none().with("a", Answer.of(15)).with("b", Answer.YES);
        assertThat(affair.certain(Section.REQUIREMENT, facts, TODAY)).containsExactly("y");
        assertThat(affair.certain(Section.REQUIREMENT, facts.with("b", Answer.NO), TODAY)).containsExactly("else");
        assertThat(affair.certain(Section.REQUIREMENT, facts.with("a", Answer.of(3)), TODAY)).containsExactly("x");
    }

    @Test
    void typesThatHoldThemselvesListsOfNumbersAndOtherLanguagesAreRefused() {
        String table = table("t", "COLLECT", List.of("a:boolean"), "true|\"x\"");
        String input = "<inputData name=\"i\"><variable name=\"i\" typeRef=\"tA\"/></inputData>";
        for (String type : List.of("<itemDefinition name=\"tA\" isCollection=\"true\"><itemComponent name=\"c\"><typeRef>tA</typeRef></itemComponent></itemDefinition>",
                "<itemDefinition name=\"tA\"><typeRef>tA</typeRef></itemDefinition>", "<itemDefinition name=\"tA\"><itemComponent name=\"c\"><typeRef>string</typeRef></itemComponent></itemDefinition>",
                "<itemDefinition name=\"tA\" isCollection=\"true\"><typeRef>number</typeRef></itemDefinition>")) {
            assertThat(only(type + input + table).kind()).as(type).isEqualTo(Problem.Kind.BAD_QUESTION);
        }
        assertThat(only(table.replace("<inputEntry>", "<inputEntry expressionLanguage=\"javascript\">")).message()).contains("javascript");
        assertThat(refused(HEAD.replace("name=\"Parking", "expressionLanguage=\"groovy\" name=\"Parking") + table + "</definitions>").getFirst().message()).contains("groovy");
        assertThat(only("<inputData name=\"i\"/>".repeat(3_000) + table).kind()).isEqualTo(Problem.Kind.TOO_LARGE);
    }

    @Test
    void namesMustBeThereAndBeDifferent() {
        String table = table("t", "COLLECT", List.of("a:boolean"), "true|\"x\"");
        assertThat(only("<inputData id=\"i\"/>" + table).message()).contains("without a name");
        assertThat(only("<inputData name=\"a\"><variable typeRef=\"boolean\"/></inputData>\n<inputData name=\"a\"/>" + table))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.DUPLICATE_ID))
                .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(4));
        assertThat(only(table + table).kind()).isEqualTo(Problem.Kind.DUPLICATE_ID);
        Imported.Read unnamed = read(table("t", "COLLECT", List.of("年龄:number", "是否本地:boolean"), "> 3|true|\"甲\"", "-|-|\"乙\""));
        assertThat(unnamed.words()).containsEntry("question", "年龄").containsEntry("question2", "是否本地");
        assertThat(proved(unnamed).rules().requirements()).hasSize(2);
    }

    @Test
    void anExportThatWasChangedInItsConditionsIsReadAsChanged() {
        var rules = read(table("t", "COLLECT", List.of("a:boolean", "b:boolean"), "true|-|\"x\"", "false|true|\"y\"", "-|-|\"z\"")).rules();
        String xml = DmnModel.of(rules, "t").xml();
        String changed = xml.replaceFirst("(test_requirements\\.1\\.1\">\\s*<text>)true", "$1false");
        assertThat(changed).isNotEqualTo(xml);
        assertThat(((Imported.Read) DmnImport.read(changed, "t.dmn")).rules().requirements()).isNotEqualTo(((Imported.Read) DmnImport.read(xml, "t.dmn")).rules().requirements());
        assertThat(refused(xml.replace("\"refused\" else", "\"accepted\" else")).getFirst().message()).contains("changed by hand");
    }

    @Test
    void entitiesAreNeverLookedUp() {
        for (String hostile : List.of("<!DOCTYPE definitions [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>", "<!DOCTYPE definitions SYSTEM \"http://127.0.0.1:9/x.dtd\">",
                "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"" + "&lol;".repeat(100) + "\"><!ENTITY lol3 \"" + "&lol2;".repeat(100) + "\">]>")) {
            String xml = HEAD.replace("?>\n", "?>\n" + hostile + "\n") + table("t", "COLLECT", List.of("a:boolean"), "true|\"&x;\"").replace("&amp;x;", "&lol3;") + "</definitions>";
            assertThat(refused(xml)).singleElement().satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.SYNTAX));
        }
    }

    @Test
    void brokenForeignAndHugeFilesAreRefusedAtOnce() {
        for (String broken : List.of("", "x", "<a>", "<a/>", "\u0000", "<definitions/>", HEAD, HEAD + "</definitions>",
                "<definitions xmlns=\"http://www.omg.org/spec/DMN/20180521/MODEL/\"/>", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
                "<a>".repeat(200_000), "a".repeat(25_000_000))) {
            assertThat(refused(broken)).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.place().line()).isPositive();
                assertThat(problem.message().length()).isLessThan(400);
            });
        }
        for (String text : List.of("\"" + "x".repeat(5_000_000) + "\"", "(".repeat(50_000), "not(".repeat(5_000), "- ".repeat(20_000) + "1", "1" + " + 1".repeat(9_000),
                "a in (".repeat(60), "9".repeat(50_000), "if ".repeat(9_000), "a = 1" + " and a = 1".repeat(5_000))) {
            assertThat(refused(HEAD + table("t", "COLLECT", List.of("a:boolean"), text + "|\"x\"") + "</definitions>")).as(text.substring(0, 5)).isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.toString().length()).isLessThan(600));
        }
    }

    @Test
    void decisionsThatDoubleFromOneToTheNextAreRefusedAtOnce() {
        StringBuilder chain = new StringBuilder(table("t0", "UNIQUE", List.of("a:boolean"), "true|\"x\"", "false|\"y\""));
        StringBuilder circle = new StringBuilder("<decision name=\"f0\"><literalExpression><text>a</text></literalExpression></decision>");
        for (int i = 1; i <= 45; i++) {
            String before = "t" + (i - 1);
            chain.append(table("t" + i, "UNIQUE", List.of(before + ":string", "b" + i + ":boolean"), "\"x\"|true|\"x\"", "\"x\"|false|\"y\"", "\"y\"|true|\"y\"", "\"y\"|false|\"x\""));
            circle.append("<decision name=\"f%1$d\"><literalExpression><text>(f%2$d and not(b)) or (b and not(f%2$d))</text></literalExpression></decision>".formatted(i, i - 1));
        }
        long begun = System.nanoTime();
        assertThat(refused(HEAD + chain + "</definitions>")).anyMatch(problem -> problem.kind() == Problem.Kind.TOO_LARGE);
        assertThat(refused(HEAD + circle + table("t", "COLLECT", List.of("f45:boolean", "a:boolean", "b:boolean"), "true|-|-|\"x\"", "-|true|true|\"y\"") + "</definitions>"))
                .anyMatch(problem -> problem.kind() == Problem.Kind.TOO_LARGE);
        assertThat((System.nanoTime() - begun) / 1e9).as("seconds").isLessThan(10);
    }

    @Test
    void tenThousandRowsAreReadAndThoseThatMakeOneConditionTooLongAreRefused() {
        String[] rows = new String[10_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i + "|" + (i % 2 == 0) + "|\"r" + i + "\"";
        }
        long begun = System.nanoTime();
        assertThat(read(table("t", "COLLECT", List.of("a:number", "b:boolean"), rows)).rules().requirements()).hasSize(10_000);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i * 7 + "|" + (i % 2 == 0) + "|\"same\"";
        }
        assertThat(only(table("t", "COLLECT", List.of("a:number", "b:boolean"), rows)).kind()).isEqualTo(Problem.Kind.TOO_LARGE);
        assertThat((System.nanoTime() - begun) / 1e9).as("seconds").isLessThan(20);
    }

    @Test
    void listsThatGiveSeveralOutputsAndNumbersOfOneColumnAreFollowed() {
        Imported.Read read = read(table("t", "COLLECT", List.of("several:number"), "1,3,[5..7]|[\"x\", \"y\"]", "-5.25|\"z\"", "-|-"));
        assertThat(read.rules().questions().getFirst().kind()).isEqualTo(Question.Kind.MONEY);
        assertThat(read.rules().requirements().stream().map(one -> one.id() + ": " + one.when()))
                .containsExactly("x: (several = 1 or several = 3 or several in [5..7])", "y: (several = 1 or several = 3 or several in [5..7])", "z: several = -5.25");
        assertThat(Set.copyOf(read.rules().answersUsed())).isEmpty();
    }
}
