package org.fourportals.portal.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.base.Portal;
import org.fourportals.casework.AnswerText;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.circumstances.Standing;
import org.fourportals.circumstances.condition.Answer;
import org.junit.jupiter.api.Test;

/** A family, entered one by one: adding, taking away, what is wrong with whom, and what nobody should be able to send. */
class ThingsTest {

    private static final String AFFAIR = "minimum-living-allowance";

    @Test
    void entersAFamilyOneByOne() {
        Walk resident = Walk.resident("ma-chao", Portal.MOBILE);
        UUID id = family(resident);
        String page = resident.path("/apply/" + id + "/question/members");
        assertThat(resident.open(page).html()).contains("还没有添加", "添加一个家人").doesNotContain("家人 1");
        assertThat(resident.send(page, Map.of("things", "0")).html()).contains("至少还有一位一起生活的家人");
        assertThat(resident.send(page, Map.of("things", "0", "act", "add")).html()).contains("家人 1", "再添加一个家人");
        assertThat(resident.send(page, Map.of("things", "1", "answer.0.age", "abc")).html())
                .contains("家人 1：请用数字填写", "家人 1：请选择一个答案", "value=\"abc\"", "href=\"#answer-0-age\"");
        assertThat(resident.send(page, Map.of("things", "1", "answer.0.age", "121", "answer.0.work", "working")).html()).contains("请填写 0 到 120 之间的数");
        assertThat(resident.send(page, Map.of("things", "1", "answer.0.age", "15", "answer.0.work", "working")).html()).contains("不满 16 岁的孩子不能工作");
        Map<String, String> two = Map.of("things", "2", "answer.0.age", "20", "answer.0.work", "studying", "answer.1.age", "45", "answer.1.work", "working");
        Map<String, String> less = new HashMap<>(two);
        less.put("act", "remove.0");
        assertThat(resident.send(page, less).html()).contains("家人 1", "value=\"45\"").doesNotContain("家人 2", "value=\"20\"");
        assertThat(resident.seen(id).content().answers()).as("adding and taking away keeps nothing yet").doesNotContainKey("members");
        resident.send(page, two);
        assertThat(resident.seen(id).content().answers().get("members").answer()).isEqualTo("age:20,work:studying;age:45,work:working");
        resident.answer(id, Map.of("cause", "illness"));
        assertThat(((Standing.Listed) resident.progress(id).standing()).requirements()).contains("schooling", "income-statement").doesNotContain("other-booklet");
        assertThat(resident.open(resident.path("/apply/" + id + "/checklist")).html()).contains("多大年纪：20；现在做什么：在上学");
        assertThat(resident.open(page).html()).as("what was entered can be changed").contains("value=\"20\"", "家人 2");
    }

    @Test
    void takesNoMoreThanItAsksFor() {
        Walk resident = Walk.resident("ma-chao", Portal.WEB).inEnglish();
        UUID id = family(resident);
        String page = resident.path("/apply/" + id + "/question/members");
        Map<String, String> full = new HashMap<>(Map.of("things", "6", "act", "add"));
        assertThat(resident.send(page, full).html()).contains("Family member 6").doesNotContain("Family member 7");
        assertThat(resident.open(page).html()).contains("Nothing added yet");
        for (Map<String, String> hostile : List.of(Map.of("things", "999999999999"), Map.of("things", "-1"), Map.of("things", "x", "act", "remove.999999"),
                Map.of("things", "1", "act", "remove.-1"), Map.of("things", "1", "answer.0.age", "9".repeat(100_000), "answer.0.work", "x;y:z,\u0000𠮷"),
                Map.of("answer", "age:3,work:working"))) {
            assertThat(resident.send(page, hostile).status()).as("%s", hostile.keySet()).isEqualTo(200);
            assertThat(resident.seen(id).content().answers()).doesNotContainKey("members");
        }
    }

    @Test
    void readsBackWhatItWrites() {
        AffairPlan.Asked members = TestCity.get(Catalogue.class).findPlan(AFFAIR).orElseThrow().question("members");
        for (String text : List.of("none", "age:3,work:unable", "age:20,work:studying;age:45,work:working")) {
            assertThat(AnswerText.read(members, List.of(text)).map(AnswerText::write)).as(text).contains(text);
        }
        assertThat(AnswerText.read(members, List.of("work:unable,age:3"))).contains(new Answer.Items(List.of(Map.of("age", Answer.of(3), "work", Answer.of("unable")))));
        for (String text : List.of("", ";", "age:3", "age:3,work:unable,shoe:9", "age:3,age:4,work:unable", "age:x,work:unable", "age:3,work:unable;",
                "age:3,work:unable;".repeat(10_000), "none;none")) {
            assertThat(AnswerText.read(members, List.of(text))).as(text.substring(0, Math.min(40, text.length()))).isEmpty();
        }
    }

    private static UUID family(Walk resident) {
        UUID id = resident.start(AFFAIR);
        resident.answer(id, Map.of("already", "no", "household", "family", "hukou", "all-hangzhou", "income", "below", "property", "ordinary",
                "working", "looking"));
        assertThat(Objects.requireNonNull(resident.progress(id).standing())).isInstanceOfSatisfying(Standing.Asking.class,
                asking -> assertThat(asking.next().id()).isEqualTo("members"));
        return id;
    }
}
