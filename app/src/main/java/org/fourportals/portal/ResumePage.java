package org.fourportals.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Role;
import org.fourportals.identity.ExpiredPosts;
import org.fourportals.identity.MayCall;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Gives back what somebody had typed into a form whose session ran out: after the new sign-in one press sends it again. */
@Controller
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR})
class ResumePage {

    @GetMapping("/resume")
    String show(Page page, HttpServletRequest request, Model model) {
        var kept = ExpiredPosts.find(request);
        if (kept.isEmpty()) {
            return "redirect:" + page.url("/");
        }
        ExpiredPosts.forget(request);
        List<Map.Entry<String, String>> fields = kept.get().fields().entrySet().stream()
                .flatMap(field -> Arrays.stream(field.getValue()).map(value -> Map.entry(field.getKey(), value))).toList();
        model.addAttribute("path", kept.get().path());
        model.addAttribute("fields", fields);
        return "kit/resumePage";
    }
}
