// Shows the contract of this very service; nothing is fetched from elsewhere.
"use strict";
window.SwaggerUIBundle({
  url: new URL("openapi.yaml", window.location.href).href,
  dom_id: "#contract",
  deepLinking: true,
  validatorUrl: null,
  defaultModelsExpandDepth: 0,
});
