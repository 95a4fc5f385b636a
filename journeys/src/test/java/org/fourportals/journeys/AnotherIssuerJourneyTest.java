package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The city lets the province's provider sign people in: a resident it vouches for has her records at once, a stranger is told where to go. */
class AnotherIssuerJourneyTest {

    /** Has an account in this city only once the issuer has named him. */
    private static final String ZHU_WENBIN = "999990198912059134";

    @Test
    void givesAResidentAnAccountByTheNumberTheIssuerVouchesFor() {
        try (OtherIssuer province = new OtherIssuer();
                CityServer city = CityServer.start("--fourportals.oidc.issuer-uri=" + province.address(),
                        "--fourportals.oidc.client-id=portals", "--fourportals.oidc.client-secret=secret")) {
            province.next("zhu.wenbin", "朱文斌", ZHU_WENBIN);
            try (Person newcomer = new Person(city, Screen.PC)) {
                newcomer.open("/affairs/primary-school-enrolment").press("开始办理");
                newcomer.open("/oauth2/authorization/city");
                newcomer.open("/reads");
                assertThat(newcomer.text()).contains("朱文斌");
                newcomer.open("/affairs/primary-school-enrolment").press("开始办理");
                assertThat(newcomer.text()).as("his child, by the registers").contains("朱一诺");
            }
            province.next("nobody", "某人", "99999019000101001X");
            try (Person stranger = new Person(city, Screen.PC)) {
                stranger.open("/oauth2/authorization/city");
                assertThat(stranger.text()).contains("全市的登记里没有您");
                stranger.open("/cases");
                assertThat(stranger.text()).doesNotContain("某人");
            }
            province.next("lin-xiaoyue", "冒名", "99999019000101001X");
            try (Person impostor = new Person(city, Screen.PC)) {
                impostor.open("/oauth2/authorization/city");
                assertThat(impostor.text()).as("the name of somebody else's account").contains("全市的登记里没有您");
            }
        }
    }
}
