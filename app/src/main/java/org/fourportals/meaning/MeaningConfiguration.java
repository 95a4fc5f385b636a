package org.fourportals.meaning;

import org.fourportals.base.Folders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One set of models and vectors for the whole program. */
@Configuration(proxyBeanMethods = false)
class MeaningConfiguration {

    @Bean
    Vectors vectors(Folders folders) {
        return new Vectors(folders.data().resolve("search").resolve("vectors"));
    }
}
