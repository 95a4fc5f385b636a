package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city whose disk is full, and one whose catalogue has an error. */
class FaultyCityJourneyTest {

    @Test
    void saysThatAFileCannotBeStoredAndKeepsTheRest() {
        try (CityServer city = CityServer.start("--fourportals.wallet.quota-bytes=100"); Person person = new Person(city, Screen.PC)) {
            person.signIn("gao-ting", "/affairs/individual-business-registration").press("开始办理");
            new Walk(person, city).answerAll(List.of("开店卖东西", "租来的", "个人经营", "内地居民", "否"));
            String checklist = person.path();
            person.page().locator("main a[href*='/evidence/lease']").first().click();
            person.handIn(Papers.pdf(city, "lease.pdf", "a lease")).press("上传");
            person.page().locator(".govuk-error-summary").waitFor();
            assertThat(person.text()).contains("现在存不下这个文件，不是您的问题");
            person.open(checklist);
            assertThat(person.path()).isEqualTo(checklist);
            assertThat(person.text()).contains("还需要");
        }
    }

    @Test
    void refusesACatalogueWithAnErrorAndNamesFileLineAndRemedy(@TempDir Path folder) throws IOException {
        copy(CityServer.catalogue(), folder);
        Path affair = folder.resolve("affairs/civil-affairs/old-age-allowance.yaml");
        Files.writeString(affair, Files.readString(affair).replace("hukou = \"hangzhou\"", "hukoo = \"hangzhou\""));
        assertThat(CityServer.startInVain("--fourportals.catalogue=" + folder))
                .contains("affairs/civil-affairs/old-age-allowance.yaml:").contains("hukoo").contains("hukou")
                .contains("Mend the lines").doesNotContain("BeanCreationException");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
