package gatehouse.web.session;

import jakarta.ws.rs.Path;

/** The transfer log under the name by which scripts may know it. */
@Path("/audits/ftp-logs")
public class FtpLogsResource extends TransfersResource {}
