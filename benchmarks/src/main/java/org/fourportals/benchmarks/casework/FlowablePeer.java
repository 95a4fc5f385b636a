package org.fourportals.benchmarks.casework;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Flowable with what makes it fast and keeps it durable: no history, no users, no events, tasks found by their process. */
final class FlowablePeer implements Contestant, AutoCloseable {

    private static final String PROCESS = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="bench">
              <process id="licence">
                <startEvent id="begin"/>
                <sequenceFlow id="f1" sourceRef="begin" targetRef="accept"/>
                <userTask id="accept"/>
                <sequenceFlow id="f2" sourceRef="accept" targetRef="fork"/>
                <parallelGateway id="fork"/>
                <sequenceFlow id="f3" sourceRef="fork" targetRef="first"/>
                <sequenceFlow id="f4" sourceRef="fork" targetRef="second"/>
                <userTask id="first"/>
                <userTask id="second"/>
                <sequenceFlow id="f5" sourceRef="first" targetRef="join"/>
                <sequenceFlow id="f6" sourceRef="second" targetRef="join"/>
                <parallelGateway id="join"/>
                <sequenceFlow id="f7" sourceRef="join" targetRef="decide"/>
                <userTask id="decide"/>
                <sequenceFlow id="f8" sourceRef="decide" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """;

    private final HikariDataSource database;
    private final ProcessEngine engine;
    private final byte[] content;

    /** `content` is what an application holds. */
    FlowablePeer(Server server, byte[] content) throws SQLException {
        this.database = server.database("flowable");
        this.content = content.clone();
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfigurationImpl.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistoryLevel(HistoryLevel.NONE);
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        this.engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addString("licence.bpmn20.xml", PROCESS).deploy();
    }

    @Override
    public String name() {
        return "flowable";
    }

    @Override
    public void prepare(int cases) {
        // A process begins with being handed in.
    }

    @Override
    public void lead(Watch watch) {
        String id = engine.getRuntimeService().startProcessInstanceByKey("licence", Map.of("content", content, "applicant", "resident")).getId();
        watch.done(Step.SUBMIT);
        complete(id, "accept");
        watch.done(Step.ACCEPT);
        complete(id, "first");
        watch.done(Step.REVIEW);
        complete(id, "second");
        watch.done(Step.SECOND_REVIEW);
        complete(id, "decide");
        watch.done(Step.DECIDE);
    }

    private void complete(String process, String task) {
        var found = engine.getTaskService().createTaskQuery().processInstanceId(process).taskDefinitionKey(task).singleResult();
        engine.getTaskService().complete(Objects.requireNonNull(found, task).getId());
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }
}
