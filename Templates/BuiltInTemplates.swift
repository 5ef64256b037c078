/// Everything below `Templates/`, carried inside the binary: a copied binary finds its templates anywhere.
///
/// `files` is written by the build from the folder itself: a text by its path, `documents/post-mortem.md.mustache`.
package enum BuiltInTemplates {}
