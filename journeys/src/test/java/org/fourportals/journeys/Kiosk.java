package org.fourportals.journeys;

/** How people sign in at a self-service machine. */
final class Kiosk {

    static final String LIN_XIAOYUE = "999990199503180069";
    static final String WANG_DEFU = "99999019440412005X";
    static final String MA_CHAO = "999990199703300117";
    static final String ZHAO_PENG = "999990199612020099";
    private static final String CODE = "246810";

    private Kiosk() {
    }

    static void signIn(Person person, String card) {
        person.open("/kiosk/sign-in");
        person.type("身份证号码", card).type("办事码", CODE).press("登录");
        person.page().waitForURL(url -> !url.contains("/sign-in"));
    }
}
