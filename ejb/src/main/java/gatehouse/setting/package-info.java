/**
 * What administrators set while Gatehouse runs.
 *
 * <p>Operations: get typed settings; change them.
 *
 * <p>R3.1 A setting is a record in the {@code entity} package of the context that uses it, annotated with
 * {@link gatehouse.setting.entity.Setting}; its constructor without arguments gives the defaults, its compact constructor refuses
 * what makes no sense. R3.2 An unknown key is an error, never ignored. R3.3 A change is seen by every node within two seconds.
 *
 * <p>Out of scope: ports, pools and data sources (wildfly-config), parameters of jobs.
 */
package gatehouse.setting;
