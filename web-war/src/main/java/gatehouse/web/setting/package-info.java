/** Settings. */
package gatehouse.web.setting;
