package org.fourportals.portal.counter;

import java.nio.file.Files;
import java.nio.file.Path;

import org.fourportals.TestCity;
import org.junit.jupiter.api.Test;

class LookAroundTest {
    @Test
    void wait4() throws Exception {
        FoodLicence f = new FoodLicence();
        var a = f.handedIn(); f.handedIn(); var d = f.draft();
        String addr = TestCity.address();
        Process p = new ProcessBuilder("node", "/tmp/look.js", addr, a.id().toString()).redirectErrorStream(true)
            .redirectOutput(Path.of("/tmp/look.out").toFile()).start();
        p.waitFor();
    }
}
