package jp.michishirube.workflow;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;

/** What an expression of a model can say: its variables, and the methods that {@link ModelBeans} declare. Nothing leads from a value to its class or to the engine. */
class ModelExpressions extends JuelExpressionManager {

    private final ModelBeans steps;

    ModelExpressions(ModelBeans steps) {
        this.steps = steps;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new Names());
        resolver.add(new Methods());
        return resolver;
    }

    private final class Names extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            Object bean = base == null ? steps.get(property) : null;
            context.setPropertyResolved(bean != null);
            return bean;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return Object.class;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            // Left unresolved: a model sets nothing by an expression.
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }
    }

    private final class Methods extends BeanELResolver {

        Methods() {
            super(true);
        }

        /** No property of anything is read: {@code a.b} is the same as {@code a.getB()}. */
        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            boolean declared = base != null && steps.holds(base)
                    && java.util.Arrays.stream(base.getClass().getDeclaredMethods()).anyMatch(m -> m.getName().equals(method));
            if (!declared) {
                throw new MethodNotFoundException("a model may not call " + method);
            }
            return super.invoke(context, base, method, types, arguments);
        }
    }
}
