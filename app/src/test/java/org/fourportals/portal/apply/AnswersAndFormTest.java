package org.fourportals.portal.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.fourportals.base.Portal;
import org.fourportals.casework.FormCheck;
import org.fourportals.casework.Progress;
import org.fourportals.portal.Page;
import org.fourportals.portal.Samples;
import org.fourportals.base.Language;
import org.fourportals.wallet.HandedIn;
import org.fourportals.wallet.MediaKind;
import org.junit.jupiter.api.Test;

/** What people type: answers a question does not admit, forms filled in wrongly, and values beyond any sense. */
class AnswersAndFormTest {

    @Test
    void refusesAnswersThatAreNoneAndKeepsThoseGivenBefore() {
        Walk agent = restaurant();
        UUID id = agent.start("food-business-licence");
        agent.chooseFirst(id);
        agent.answer(id, Map.of("businessType", "restaurant", "foods", "hot"));
        Map<String, ?> before = agent.seen(id).content().answers();
        String type = "/apply/" + id + "/question/businessType";
        String foods = "/apply/" + id + "/question/foods";
        for (String hostile : List.of("", "zoo", "x".repeat(200_000), "'; drop table cases; --", "\u0000", "𠮷")) {
            assertThat(agent.send(type, Map.of("answer", hostile)).html()).as(hostile).contains("govuk-error-summary", "请选择一个答案");
        }
        assertThat(agent.send(type, Map.of()).html()).contains("请选择一个答案");
        assertThat(agent.send(foods, Map.of()).html()).contains("一个都没有就选最后一项");
        assertThat(agent.send(foods, Map.of("answer", "prepackaged")).html()).contains("饭店和食堂总有热菜或凉菜");
        assertThat(agent.send(foods, Map.of("answer", "none")).html()).contains("食品店至少有一种食品");
        assertThat(agent.seen(id).content().answers()).isEqualTo(before);
    }

    @Test
    void letsTheResidentCorrectWhatTheCityKnows() {
        Walk agent = restaurant();
        UUID id = agent.start("food-business-licence");
        agent.chooseFirst(id);
        agent.answer(id, Map.of("businessType", "restaurant", "foods", "hot"));
        assertThat(agent.open("/apply/" + id + "/checklist").html()).contains("城市已经知道的", "住房保障和房产管理局");
        String premises = "/apply/" + id + "/question/rightToPremises";
        assertThat(agent.open(premises).html()).contains("以您说的为准");
        agent.send(premises, Map.of("answer", "lent", "from", "check"));
        assertThat(agent.seen(id).content().answers().get("rightToPremises").isFromPool()).isFalse();
        assertThat(agent.progress(id).asked()).anyMatch(a -> a.question().id().equals("rightToPremises") && a.answer().equals("lent"));
    }

    @Test
    void showsARefusalWithItsReasonAndTheWayBack() {
        Walk visitor = new Walk(new org.fourportals.base.Actor.Visitor(Portal.WEB, UUID.randomUUID())).inEnglish();
        UUID id = visitor.start("child-medical-insurance-enrolment");
        visitor.send("/apply/" + id + "/question/insuredHere", Map.of("answer", "yes"));
        String outcome = visitor.open("/apply/" + id).redirect();
        assertThat(outcome).endsWith("/outcome");
        assertThat(visitor.open(outcome).html()).contains("the child already has medical insurance", "What you can do instead",
                "/question/insuredHere");
    }

    @Test
    void losesNothingThatWasTypedAndSaysWhatIsWrong() {
        Walk agent = restaurant();
        UUID id = agent.start("food-business-licence");
        agent.chooseFirst(id);
        agent.answer(id, Map.of("businessType", "restaurant", "foods", "hot"));
        List<Progress.FieldLine> asked = agent.progress(id).form().stream().filter(line -> !line.filled()).toList();
        String first = asked.getFirst().field().id();
        Map<String, String> typed = new HashMap<>();
        asked.forEach(line -> typed.put(line.field().id(), "\"<script>𠮷"));
        typed.put("phone", "12345 \"><b>");
        String html = agent.send("/apply/" + id + "/form", typed).html();
        assertThat(html).contains("govuk-error-summary", "12345 &#34;>&lt;b>", "手机号")
                .doesNotContain("<script>𠮷", "\"><b>");
        assertThat(agent.open("/apply/" + id + "/form").html()).contains("12345&#34;>&lt;b>");

        Map<String, String> huge = new HashMap<>(typed);
        huge.put(first, "9".repeat(100_000));
        huge.put("phone", "13800001111");
        assertThat(agent.send("/apply/" + id + "/form", huge).html()).contains("govuk-error-summary", "9".repeat(100_000));
        assertThat(agent.seen(id).content().form()).containsEntry("phone", "13800001111");
        assertThat(agent.seen(id).content().form().getOrDefault(first, "")).hasSizeLessThan(5_000);
        assertThat(agent.send("/apply/" + id + "/form/autosave", Map.of("phone", "139")).status()).isEqualTo(204);
        assertThat(agent.seen(id).content().form()).containsEntry("phone", "139");
    }

    @Test
    void keepsADayThatDoesNotExistAsItWasTyped() {
        assertThat(DayParts.typed("2026", "2", "29").text()).isEqualTo("2026-2-29");
        assertThat(DayParts.of("2026-2-29")).isEqualTo(new DayParts("2026", "2", "29"));
        assertThat(DayParts.typed(" 2024", "2", "29").text()).isEqualTo("2024-02-29");
        assertThat(DayParts.of("2024-02-09")).isEqualTo(new DayParts("2024", "2", "9"));
        assertThat(DayParts.typed("", " ", "").text()).isEmpty();
        assertThat(DayParts.typed("x".repeat(9_000), "-", "99999999999999").text()).hasSizeLessThan(40);
        assertThat(DayParts.of("")).isEqualTo(new DayParts("", "", ""));
    }

    @Test
    void hasWordsForEveryProblemAndEveryRefusedFile() {
        for (Language language : Language.values()) {
            Page page = Samples.page(Portal.WEB, language, false);
            for (FormCheck.Problem problem : FormCheck.Problem.values()) {
                assertThat(page.t("apply.form.problem." + problem.name().toLowerCase(), "x", "y")).contains("x");
            }
            for (HandedIn.Flaw flaw : HandedIn.Flaw.values()) {
                assertThat(Bringing.refusal(page, new HandedIn.NotSound(MediaKind.PDF, flaw))).isNotBlank();
            }
            List<HandedIn> others = List.of(new HandedIn.TooLarge(20 << 20), new HandedIn.Empty(), new HandedIn.NameNotAllowed(),
                    new HandedIn.NoSpace(), new HandedIn.NotThatKind("pdf", "program"), new HandedIn.NotThatKind("jpg", "heic"),
                    new HandedIn.NotThatKind("pdf", "zip"));
            assertThat(others).extracting(refused -> Bringing.refusal(page, refused)).doesNotHaveDuplicates().noneMatch(String::isBlank);
        }
    }

    private static Walk restaurant() {
        return Walk.resident("shen-jiaming", Portal.WEB);
    }
}
