package org.fourportals.demo;

import java.util.List;

import org.fourportals.base.Role;
import org.fourportals.base.Text;
import org.fourportals.pool.city.DemoPeople;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Whom one can sign in as in the demo, and how: shown at start and on the demo's sign-in page. */
@Component
@ConditionalOnProperty("fourportals.demo")
public class DemoAccess {

    /** The password of all demo people. */
    public static final String PASSWORD = "four-portals";
    /** The code that goes with each demo identity card. */
    public static final String CARD_CODE = "246810";

    /** Someone to sign in as; `card` is the identity number of residents, empty for staff. */
    public record Person(String username, Text name, Text story, String card) {
    }

    public List<Person> listResidents() {
        return DemoPeople.all().stream().map(p -> new Person(p.key(), new Text(p.nameZh(), p.nameLatin()),
                new Text(p.storyZh(), p.storyEn()), p.residentId().toString())).toList();
    }

    public List<Person> listStaff() {
        return DemoStaff.all().stream().map(a -> new Person(a.username(), a.name(), job(a.roles().iterator().next(), a.username()), ""))
                .toList();
    }

    private static Text job(Role role, String username) {
        return switch (role) {
            case CLERK -> new Text("窗口综合受理员", "clerk at a window");
            case REVIEWER -> new Text("部门审核员", "department reviewer");
            case HEAD -> new Text("部门负责人", "head of department");
            case SUPERVISOR -> new Text("市级督办", "city supervision");
            case BUREAU -> new Text("数据局", "data bureau");
            case EDITOR -> new Text("事项编辑", "catalogue editor");
            case OPERATOR -> new Text("运维", "operator");
            case VISITOR, RESIDENT, DEVICE, SYSTEM -> throw new IllegalStateException(username + " is not staff");
        };
    }
}
