/** REST of the vault: {@code /api/v1/accounts/…}; secrets go in and never come out. */
package gatehouse.web.vault;
