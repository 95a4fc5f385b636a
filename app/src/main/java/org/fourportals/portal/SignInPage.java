package org.fourportals.portal;

import java.util.List;

import org.fourportals.base.Role;
import org.fourportals.demo.DemoAccess;
import org.fourportals.identity.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the city's own provider asks for name and password. The security chain takes the form at the same address. {@code ?wrong} is a name or
 * password that does not fit, {@code ?failed} a sign-in that broke off at the provider, {@code ?unknown} somebody whom the city does not know. A demo shows whom one may be and
 * signs in with one press.
 */
@Controller
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR})
class SignInPage {

    private final ObjectProvider<DemoAccess> demo;

    SignInPage(ObjectProvider<DemoAccess> demo) {
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    String show(@RequestParam(required = false) @Nullable String wrong, @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String unknown, Model model) {
        model.addAttribute("trouble", wrong != null ? "wrong" : failed != null ? "failed" : unknown != null ? "unknown" : "");
        DemoAccess people = demo.getIfAvailable();
        model.addAttribute("residents", people == null ? List.of() : people.listResidents());
        model.addAttribute("staff", people == null ? List.of() : people.listStaff());
        return "kit/signInPage";
    }
}
