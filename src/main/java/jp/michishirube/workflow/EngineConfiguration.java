package jp.michishirube.workflow;

import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import jp.michishirube.municipality.Folders;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.plugin.AdministratorAuthorizationPlugin;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the engine runs here; what can be a property stands in application.yml. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Our tables come first: Flyway refuses a schema that the engine has already filled. */
    @Bean
    @DependsOnDatabaseInitialization
    ProcessEnginePlugin housePlugin(ApplicationContext context, Folders folders, OwnModelsOnly ownModels) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                // Java serialisation of variables is a door for attacks and binds running cases to class versions.
                engine.setJavaSerializationFormatEnabled(false);
                engine.setDefaultSerializationFormat("application/json");
                engine.setMetricsEnabled(false);
                engine.setDbMetricsReporterActivate(false);
                // The token may only travel by expressions naming our beans.
                engine.setExpressionManager(new ModelExpressions(new ModelBeans(context, folders)));
                engine.setEnableScriptEngineLoadExternalResources(false);
                engine.setScriptEngineResolver(new NoScripts());
                engine.setCustomPreDeployers(List.of(ownModels));
                engine.setLogEntriesPerSyncOperationLimit(1);
                engine.setResourceAuthorizationProvider(new NoTaskAuthorizations());
                // Read here only: the starter passes the property of that name to nothing.
                engine.setGeneralResourceWhitelistPattern(EngineUser.PATTERN);
                engine.setUserResourceWhitelistPattern(EngineUser.PATTERN);
                TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of("Asia/Tokyo")));
            }
        };
    }

    @Bean
    OwnModelsOnly ownModelsOnly() {
        return new OwnModelsOnly();
    }

    /** Members of camunda-admin may do all in Cockpit; who they are is said by our sign-in, see {@link CockpitSignIn}. */
    @Bean
    ProcessEnginePlugin administrators() {
        AdministratorAuthorizationPlugin plugin = new AdministratorAuthorizationPlugin();
        plugin.setAdministratorGroupName(CockpitSignIn.ADMINISTRATORS);
        return plugin;
    }
}
