package org.fourportals.linked;

import java.util.Map;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.fourportals.base.Text;
import org.fourportals.catalogue.Catalogue.SharedDataset;
import org.fourportals.catalogue.City;
import org.fourportals.catalogue.Department;

/**
 * Makes a graph of the data sets that departments hold, in the words of DCAT-AP 3. It describes them and holds no data; nowhere can they be downloaded,
 * so that no distribution is named.
 */
final class DataCatalogue {

    private static final Map<String, Text> SUBJECTS = Map.of("person", new Text("个人", "persons"), "organisation", new Text("单位", "organisations"),
            "property", new Text("房产", "homes and land"), "vehicle", new Text("车辆", "vehicles"));

    private final Model model = ModelFactory.createDefaultModel();
    private final Addresses addresses;
    private final City city;

    private DataCatalogue(City city, Addresses addresses) {
        this.city = city;
        this.addresses = addresses;
        DataVocabulary.PREFIXES.forEach(model::setNsPrefix);
    }

    /** @param publisher the department that keeps the catalogue */
    static Model of(City city, String publisher, Addresses addresses) {
        var write = new DataCatalogue(city, addresses);
        Resource catalogue = write.model.createResource(addresses.dataset("catalog")).addProperty(RDF.type, DataVocabulary.CATALOG)
                .addProperty(DataVocabulary.PUBLISHER, write.agent(publisher));
        say(catalogue, Vocabulary.TITLE, new Text("公共数据目录", "Catalogue of public data"));
        say(catalogue, Vocabulary.DESCRIPTION, new Text("各部门为办理政务服务事项而共享的数据集。这里只说明有哪些数据，不提供数据本身。",
                "The data sets that departments share so that affairs can be settled. What there is, described; the data themselves are not here."));
        write.common(catalogue);
        city.datasets().values().forEach(dataset -> catalogue.addProperty(DataVocabulary.HAS_DATASET, write.dataset(dataset)));
        return write.model;
    }

    private Resource dataset(SharedDataset dataset) {
        Text holder = name(dataset.department());
        Text about = SUBJECTS.getOrDefault(dataset.subject(), new Text(dataset.subject(), dataset.subject()));
        String fields = String.join(", ", dataset.fields().keySet());
        Resource it = model.createResource(addresses.dataset("dataset-" + dataset.id())).addProperty(RDF.type, DataVocabulary.DATASET)
                .addProperty(Vocabulary.IDENTIFIER, dataset.id()).addProperty(DataVocabulary.PUBLISHER, agent(dataset.department()))
                .addProperty(DataVocabulary.ACCESS, rights(dataset.sensitivity()));
        say(it, Vocabulary.TITLE, dataset.name());
        say(it, Vocabulary.DESCRIPTION, new Text("关于" + about.zh() + "的记录，由" + holder.zh() + "负责。字段：" + fields + "。",
                "Records about " + about.en() + ", kept by " + holder.en() + ". Fields: " + fields + "."));
        say(it, DataVocabulary.KEYWORD, about);
        common(it);
        return it;
    }

    private void common(Resource it) {
        it.addProperty(Vocabulary.SPATIAL, model.createResource(addresses.shared("territory", "city")).addProperty(RDF.type, DataVocabulary.LOCATION));
        for (String code : new String[] {"ZHO", "ENG"}) {
            it.addProperty(Vocabulary.LANGUAGE, model.createResource(Vocabulary.LANGUAGES + code).addProperty(RDF.type, Vocabulary.LINGUISTIC_SYSTEM));
        }
    }

    private Text name(String department) {
        Department found = city.departments().get(department);
        return found == null ? new Text(department, department) : found.name();
    }

    private Resource agent(String department) {
        Resource it = model.createResource(addresses.shared("department", department)).addProperty(RDF.type, DataVocabulary.AGENT);
        say(it, DataVocabulary.NAME, name(department));
        return it;
    }

    /** What is public may be had by anybody who asks; the rest is for affairs only, by grant. */
    private Resource rights(String sensitivity) {
        return model.createResource(DataVocabulary.ACCESS_RIGHTS + (sensitivity.equals("public") ? "PUBLIC" : "NON_PUBLIC"))
                .addProperty(RDF.type, DataVocabulary.RIGHTS_STATEMENT);
    }

    private static void say(Resource it, Property property, Text text) {
        it.addProperty(property, text.zh(), "zh").addProperty(property, text.en(), "en");
    }
}
