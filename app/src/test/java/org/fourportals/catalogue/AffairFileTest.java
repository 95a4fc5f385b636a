package org.fourportals.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of mistake in an affair's file is told with its line, in words an editor understands. */
class AffairFileTest {

    @TempDir
    Path folder;
    SmallCity city;

    @BeforeEach
    void build() throws IOException {
        city = new SmallCity(folder);
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatTheFileSaysOfTheAffair() {
        return Mistake.tests(city,
                Mistake.of("affair: baby-card\n", "affair: baby-crad\n", "baby-crad", "There is no affair \"baby-crad\"", "\"baby-card\"?"),
                Mistake.of("affair: baby-card\n", "affair: other-affair\n", "affair: other", "wrong place", "affairs/police/other-affair.yaml"),
                Mistake.of("affair: baby-card\n", "", "plain:", "the file has no \"affair\"", "Add it"),
                Mistake.of("[card-law]", "[card-lwa]", "card-lwa", "There is no law \"card-lwa\"", "Did you mean \"card-law\"?"),
                Mistake.of("[card-law]", "[]", "laws:", "The affair names no law", "laws.yaml"),
                Mistake.of("about: child", "about: kid", "about:", "cannot be \"kid\"", "child, organisation, self"),
                Mistake.of("en: A card for your baby.", "de: Eine Karte.", "plain:", "\"plain\" of the file lacks its English text", "Add `en"),
                Mistake.of("{zh: 给宝宝办卡。, en: A card for your baby.}", "A card.", "plain:", "not in both languages", "{zh: …, en: …}"),
                Mistake.of("fee:", "fees:", "fees:", "\"fees\" is not a key of the file", "Did you mean \"fee\"?"),
                Mistake.of("    of: applicant\n", "    of: aplicant\n", "of: aplicant", "There is no role \"aplicant\"", "\"applicant\"?"),
                Mistake.of("relation: home", "relation: hom", "relation: hom", "cannot be \"hom\"", "Did you mean \"home\"?"),
                Mistake.of("- id: home", "- id: subject", "- id: subject", "The role \"subject\" exists anyway", "another id"));
    }

    @TestFactory
    Stream<DynamicTest> refusesQuestions() {
        return Mistake.tests(city,
                Mistake.of("type: choice", "type: choise", "choise", "cannot be \"choise\"", "Did you mean \"choice\"?"),
                Mistake.of("    min: 0\n", "", "id: months", "question \"months\" has no \"min\"", "Add `min` and `max`"),
                Mistake.of("max: 36", "max: -1", "max: -1", "`max` is less than `min`", "Exchange them"),
                Mistake.of("max: 36", "max: many", "max: many", "is not a whole number: many", "Write a number"),
                Mistake.of("id: hukou\n", "id: Hukou Place\n", "Hukou Place", "is not well formed", "camelCase"),
                Mistake.of("- id: insured\n", "- id:   hukou\n", "id:   hukou", "The id \"hukou\" stands twice", "another id"),
                Mistake.of("{id: elsewhere,", "{id: hangzhou,", "en: Elsewhere", "The id \"hangzhou\" stands twice", "another id"),
                Mistake.of("max: 36", "max: 36\n    answers: []", "answers: []", "\"answers\" is not a key of question \"months\"", "keys"),
                Mistake.of("when: 'hukou = \"elsewhere\"'", "when: 'months > 3'", "when: 'months > 3'",
                        "\"insured\" depends on \"months\", which is not asked before it", "Move \"months\" up"),
                Mistake.of("when: 'hukou = \"elsewhere\"'", "when: 'hukou > 3'", "when: 'hukou > 3'", "In the condition `hukou > 3`", ""));
    }

    @TestFactory
    Stream<DynamicTest> refusesRepeatedQuestions() {
        String kids = "  - id: kids\n    type: repeated\n    ask: {zh: 有几个孩子？, en: Which children?}\n    one: {zh: 孩子, en: child}\n    max: 4\n"
                + "    fields:\n      - {id: twin, type: yes-no, ask: {zh: 双胞胎, en: A twin}}\n";
        return Mistake.tests(city,
                kids(kids.replace("    max: 4\n", ""), "id: kids", "question \"kids\" has no \"max\"", "how many things"),
                kids(kids.replace("max: 4", "max: 400"), "max: 400", "400", "20"),
                kids(kids.replace("    one: {zh: 孩子, en: child}\n", ""), "id: kids", "\"one\"", "zh: …"),
                kids(kids.substring(0, kids.indexOf("    fields:")), "id: kids", "Nothing is asked of the things", "under `fields`"),
                kids(kids.replace("yes-no, ask", "several-of, ask"), "type: several-of", "cannot be \"several-of\"", "yes-no"),
                kids(kids.replace("type: yes-no, ask", "type: yes-no, when: insured, ask"), "when: insured", "\"when\" is not a key", "keys"),
                kids(kids + "    known:\n      - {from: household-register, of: subject, is: yes}\n", "is: yes",
                        "`is` cannot answer a repeated question", "Let the resident"),
                kids(kids, "id: kids", "kids", ""));
    }

    private static Mistake kids(String kids, String place, String what, String remedy) {
        return Mistake.of("questions:\n", "questions:\n" + kids, place, what, remedy);
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsSaidOfThePool() {
        String first = "{from: household-register, of: subject, where: 'hukouPlace = \"hangzhou\"', is: hangzhou}";
        return Mistake.tests(city,
                Mistake.of(first, first.replace("register", "registry"), "household-registry",
                        "There is no data set \"household-registry\"", "Did you mean \"household-register\"?"),
                Mistake.of(first, "{from: homes, of: subject, where: 'rented', is: hangzhou}", "from: homes",
                        "The records of homes are about a home or other property, but the role \"subject\" is a person", "Name another role"),
                Mistake.of(first, first.replace("Place =", "Plac ="), "hukouPlac =", "hukouPlac", "hukouPlace"),
                Mistake.of(first, first.replace("\"hangzhou\"", "\"hangzou\""), "\"hangzou\"", "hangzou", "hangzhou"),
                Mistake.of(first, first.replace("hukouPlace", "birthDate"), "birthDate =", "birthDate", "date"),
                Mistake.of(first, first.replace("= \"", "= "), "= hangzhou\"'", "In the condition", ""),
                Mistake.of(first, first.replace("is: hangzhou", "is: hangzou"), "is: hangzou", "There is no answer \"hangzou\"", "\"hangzhou\"?"),
                Mistake.of(first, first.replace("is: hangzhou", "field: name"), "field: name",
                        "cannot answer a question of type choice", "Write `where` and `is` instead"),
                Mistake.of(first, first.replace(", is: hangzhou", ""), "\"hangzhou\"'}", "It is not clear what", "either `is`"),
                Mistake.of("type: choice\n    ask: {zh: 户口在哪里？, en: Where is the registration?}\n    answers:",
                        "type: several-of\n    ask: {zh: 户口在哪里？, en: Where is the registration?}\n    answers:\n      - {id: abroad, zh: 国外, en: Abroad}",
                        "known:", "does not say how \"abroad\" is known", "to the resident"),
                Mistake.of("count: '>= 2'", "count: '>= two'", "count:", "In the condition `count >= two`", ""),
                Mistake.of("count: '>= 2'", "none: true, count: '>= 2'", "none: true", "`none` and `count` stand together", "Keep one"),
                Mistake.of("count: '>= 2'", "none: perhaps", "none: perhaps", "is \"perhaps\"", "Write true or false"),
                Mistake.of("count: '>= 2', is: yes", "count: '>= 2', is: maybe", "is: maybe", "There is no answer \"maybe\"", "no, yes"));
    }

    @TestFactory
    Stream<DynamicTest> refusesRulesAndRequirements() {
        return Mistake.tests(city,
                Mistake.of("never: 'insured and", "never: 'insuerd and", "never: 'insuerd", "insuerd", "insured"),
                Mistake.of("when: 'hukou = \"hangzhou\" or insured'", "when: 'hukou'", "when: 'hukou'", "In the condition `hukou`", ""),
                Mistake.of("affair: other-affair", "affair: another-affair", "another-affair", "There is no affair \"another-affair\"", "\"other-affair\"?"),
                Mistake.of("    instead: {zh: 请去别处, en: Go elsewhere}\n", "", "id: stranger", "refusal \"stranger\" has no \"instead\"", "zh: …"),
                Mistake.of("- id: old-baby", "- id:   birth-certificate", "id:   birth", "The id \"birth-certificate\" stands twice", "another id"),
                Mistake.of("'months >= 12'", "'months >= \"12\"'", "when: 'months >=", "In the condition", "number"),
                Mistake.of("document: birth-certificate", "document: birth-paper", "birth-paper", "There is no document type \"birth-paper\"", "birth-certificate"),
                Mistake.of("    document: birth-certificate\n", "", "id: birth-certificate", "but does not say its type", "Add `document`"),
                Mistake.of("- wallet", "- walet", "- walet", "There is no evidence \"walet\"", "Did you mean \"wallet\"?"),
                Mistake.of("- wallet\n      - upload", "- upload\n      - upload  # again", "# again", "The same evidence stands twice", "Remove"),
                Mistake.of("evidence: [original]", "evidence: []", "evidence: []", "Nothing can satisfy requirement \"old-baby\"", "at least one"),
                Mistake.of("evidence: [original]", "evidence: original", "evidence: original", "is not a list", "dash"),
                Mistake.of("pool: birth-certificates,", "pool: birth-certificate,", "- {pool: birth", "There is no data set", "\"birth-certificates\"?"),
                Mistake.of("since(birthDate)", "since(childName)", "since(childName)", "In the condition", "date"),
                Mistake.of("days since(birthDate) <= 366", "photo = \"x\"", "photo =", "photo", ""));
    }
}
